/** Changes the language of the site. Each language is named in itself. */
import { useState } from "react";
import { readLanguage } from "../ui/language";
import { LANGUAGES, type Language } from "../ui/languages";
import { chooseLanguage } from "../ui/load-messages";
import { t } from "./messages";
import styles from "./language-switch.module.css";

export function LanguageSwitch() {
  const [failed, setFailed] = useState(false);
  const choose = (language: Language) => {
    chooseLanguage(language).then(
      () => {
        setFailed(false);
      },
      () => {
        setFailed(true);
      },
    );
  };
  return (
    <div role="group" aria-label={t("language")} className={styles.languages}>
      {(Object.keys(LANGUAGES) as Language[]).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === readLanguage()}
          className={styles.language}
          onClick={() => {
            choose(language);
          }}
        >
          {LANGUAGES[language].name}
        </button>
      ))}
      {failed && <p role="alert">{t("languageUnchanged")}</p>}
    </div>
  );
}
