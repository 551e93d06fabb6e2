import { useMe } from "../../app/me";
import { Title } from "../../parts/Title";
import { useWords } from "../../words";
import { Factors } from "./Factors";
import { PasswordForm } from "./PasswordForm";
import { Sessions } from "./Sessions";
import { Tokens } from "./Tokens";

// What is mine alone: password, sessions, tokens.
export function AccountScreen() {
  const { account: words } = useWords();
  const { me } = useMe();
  return (
    <div className="stack wide">
      <Title title={words.title} lead={`${me.display_name} (${me.name})`} />
      <div className="columns">
        {!me.by_provider && <PasswordForm />}
        <Sessions />
      </div>
      {me.by_provider ? <p className="card soft">{words.ofProvider}</p> : <Factors />}
      <Tokens />
    </div>
  );
}
