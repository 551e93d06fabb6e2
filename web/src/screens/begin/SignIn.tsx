import { PlainPage } from "../../app/PlainPage";
import { Title } from "../../parts/Title";
import { useWords } from "../../words";
import { SignInForm } from "./SignInForm";

export function SignIn() {
  const words = useWords();
  return (
    <PlainPage>
      <div className="card stack begin">
        <Title title={words.begin.signInTitle} lead={words.tagline} />
        <SignInForm />
      </div>
    </PlainPage>
  );
}
