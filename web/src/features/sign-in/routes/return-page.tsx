/** Where the pool sends the employee back to: one piece of the bundle, because who signs out signs in again. */
import { useRoute } from "wouter";
import { SIGNED_OUT_PATH } from "../../../ui/paths";
import { CallbackPage } from "../components/callback-page";
import { SignedOutPage } from "../components/signed-out-page";

export default function ReturnPage() {
  const [signedOut] = useRoute(SIGNED_OUT_PATH);
  return signedOut ? <SignedOutPage /> : <CallbackPage />;
}
