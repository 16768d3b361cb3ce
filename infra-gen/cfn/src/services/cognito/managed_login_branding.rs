//! `AWS::Cognito::ManagedLoginBranding`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a new set of branding settings for a user pool style and associates it with an app client. This
/// operation is the programmatic option for the creation of a new style in the branding designer.
///
/// `AWS::Cognito::ManagedLoginBranding`.
#[derive(Debug, Clone, PartialEq)]
pub struct ManagedLoginBranding {
    /// An array of image files that you want to apply to roles like backgrounds, logos, and icons. Each
    /// object must also indicate whether it is for dark mode, light mode, or browser-adaptive mode.
    ///
    /// Items: at most 40.
    pub assets: Option<Value<List<AssetType>>>,
    /// The app client that you want to assign the branding style to. Each style is linked to an app client
    /// until you delete it.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `^[\w+]+$`.
    pub client_id: Option<Value<String>>,
    /// When `true`, returns values for branding options that are unchanged from Amazon Cognito defaults. When
    /// `false` or when you omit this parameter, returns only values that you customized in your branding
    /// style.
    pub return_merged_resources: Option<Value<bool>>,
    /// A JSON file, encoded as a `Document` type, with the the settings that you want to apply to your style.
    pub settings: Option<Value<Json>>,
    /// When true, applies the default branding style options. This option reverts to default style options
    /// that are managed by Amazon Cognito. You can modify them later in the branding editor.
    pub use_cognito_provided_values: Option<Value<bool>>,
    /// The user pool where the branding style is assigned.
    ///
    /// Update requires: replacement. Length: 1 to 55. Pattern: `^[\w-]+_[0-9a-zA-Z]+$`.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
}

impl ManagedLoginBranding {
    /// With the required properties only.
    pub fn new(user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>) -> Self {
        Self {
            assets: None,
            client_id: None,
            return_merged_resources: None,
            settings: None,
            use_cognito_provided_values: None,
            user_pool_id: user_pool_id.into(),
        }
    }
}

impl ToJson for ManagedLoginBranding {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Assets", self.assets.as_ref());
        object.optional("ClientId", self.client_id.as_ref());
        object.optional("ReturnMergedResources", self.return_merged_resources.as_ref());
        object.optional("Settings", self.settings.as_ref());
        object.optional(
            "UseCognitoProvidedValues",
            self.use_cognito_provided_values.as_ref(),
        );
        object.required("UserPoolId", &self.user_pool_id);
        object.finish()
    }
}

impl resource::Resource for ManagedLoginBranding {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::ManagedLoginBranding;
    type Reference = Id<kind::cognito::ManagedLoginBranding>;
}

impl Handle<ManagedLoginBranding> {
    /// The ID of the managed login branding style.
    ///
    /// `Fn::GetAtt` of `ManagedLoginBrandingId`.
    pub fn managed_login_branding_id(&self) -> Value<String> {
        self.attribute("ManagedLoginBrandingId")
    }
}

/// An image file from a managed login branding style in a user pool.
#[derive(Debug, Clone, PartialEq)]
pub struct AssetType {
    /// The image file, in Base64-encoded binary.
    ///
    /// Length: at most 1000000.
    pub bytes: Option<Value<String>>,
    /// The category that the image corresponds to in your managed login configuration. Managed login has
    /// asset categories for different types of logos, backgrounds, and icons.
    pub category: Value<CategoryType>,
    /// The display-mode target of the asset: light, dark, or browser-adaptive. For example, Amazon Cognito
    /// displays a dark-mode image only when the browser or application is in dark mode, but displays a
    /// browser-adaptive file in all contexts.
    pub color_mode: Value<ColorModeType>,
    /// The file type of the image file.
    pub extension: Value<ExtensionType>,
    /// The ID of the asset.
    ///
    /// Length: 1 to 40. Pattern: `^[\w\- ]+$`.
    pub resource_id: Option<Value<String>>,
}

impl AssetType {
    /// With the required properties only.
    pub fn new(
        category: impl Into<Value<CategoryType>>,
        color_mode: impl Into<Value<ColorModeType>>,
        extension: impl Into<Value<ExtensionType>>,
    ) -> Self {
        Self {
            bytes: None,
            category: category.into(),
            color_mode: color_mode.into(),
            extension: extension.into(),
            resource_id: None,
        }
    }
}

impl ToJson for AssetType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Bytes", self.bytes.as_ref());
        object.required("Category", &self.category);
        object.required("ColorMode", &self.color_mode);
        object.required("Extension", &self.extension);
        object.optional("ResourceId", self.resource_id.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `AssetType.CategoryType`.
    CategoryType {
        FaviconIco = "FAVICON_ICO",
        FaviconSvg = "FAVICON_SVG",
        EmailGraphic = "EMAIL_GRAPHIC",
        SmsGraphic = "SMS_GRAPHIC",
        AuthAppGraphic = "AUTH_APP_GRAPHIC",
        PasswordGraphic = "PASSWORD_GRAPHIC",
        PasskeyGraphic = "PASSKEY_GRAPHIC",
        PageHeaderLogo = "PAGE_HEADER_LOGO",
        PageHeaderBackground = "PAGE_HEADER_BACKGROUND",
        PageFooterLogo = "PAGE_FOOTER_LOGO",
        PageFooterBackground = "PAGE_FOOTER_BACKGROUND",
        PageBackground = "PAGE_BACKGROUND",
        FormBackground = "FORM_BACKGROUND",
        FormLogo = "FORM_LOGO",
        IdpButtonIcon = "IDP_BUTTON_ICON",
    }
}

text_enum! {
    /// The values of `AssetType.ColorModeType`.
    ColorModeType {
        Light = "LIGHT",
        Dark = "DARK",
        Dynamic = "DYNAMIC",
    }
}

text_enum! {
    /// The values of `AssetType.ExtensionType`.
    ExtensionType {
        Ico = "ICO",
        Jpeg = "JPEG",
        Png = "PNG",
        Svg = "SVG",
        Webp = "WEBP",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::ManagedLoginBranding",
    properties: &MANAGED_LOGIN_BRANDING,
    create_only: &["ClientId", "UserPoolId"],
    conditional_create_only: &[],
    read_only: &["ManagedLoginBrandingId"],
    write_only: &["ClientId", "ReturnMergedResources"],
    primary_identifier: &["UserPoolId", "ManagedLoginBrandingId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("ManagedLoginBrandingId")],
    stateful: false,
};

static ASSET_TYPE: Object = Object {
    properties: &[
        Property::optional("Bytes", Shape::TEXT.max_length(1_000_000)),
        Property::required("Category", Shape::one_of(CategoryType::VALUES)),
        Property::required("ColorMode", Shape::one_of(ColorModeType::VALUES)),
        Property::required("Extension", Shape::one_of(ExtensionType::VALUES)),
        Property::optional(
            "ResourceId",
            Shape::TEXT.pattern(r"^[\w\- ]+$").min_length(1).max_length(40),
        ),
    ],
    constraints: &[],
};

static MANAGED_LOGIN_BRANDING: Object = Object {
    properties: &[
        Property::optional("Assets", Shape::list(&Shape::Object(&ASSET_TYPE)).max_length(40)),
        Property::optional(
            "ClientId",
            Shape::TEXT.pattern(r"^[\w+]+$").min_length(1).max_length(128),
        ),
        Property::optional("ManagedLoginBrandingId", Shape::Json),
        Property::optional("ReturnMergedResources", Shape::Boolean),
        Property::optional("Settings", Shape::Json),
        Property::optional("UseCognitoProvidedValues", Shape::Boolean),
        Property::required(
            "UserPoolId",
            Shape::TEXT
                .pattern(r"^[\w-]+_[0-9a-zA-Z]+$")
                .min_length(1)
                .max_length(55),
        ),
    ],
    constraints: &[],
};
