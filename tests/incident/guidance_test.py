"""Who must be called, what is owed since, what is proposed: `digue plan`, `act`, `answer`, `call`."""
import datetime
import json
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from contract import run, run_json  # noqa: E402

ISOLATE, LIFT = "ransomware-containment/1.a.2", "ransomware-containment/7.a.1"


class Guidance(unittest.TestCase):
    sheet = "phishing"

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        os.environ["DIGUE_STATE"] = str(self.folder / "state")
        self.file = self.folder / "a.digue"
        self.done("incident", "new", "Un mail piégé", "--sheet", self.sheet, "--author", "Alice")

    def done(self, *words, **options):
        done = run(*words, "--incident", self.file, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def objects(self, kind, *words):
        return run_json(*words, "--incident", self.file).get(kind, [])


class Calls(Guidance):
    def test_a_suspicious_vpn_session_asks_to_call_until_the_call_is_written(self):
        self.assertEqual(self.objects("call", "plan"), [])
        answer = self.done("answer", "phishing/c.3.1", "yes", language="fr")
        self.assertIn("APPELEZ TOUT DE SUITE : CERT Santé, au 09 72 43 91 25", answer.stderr)
        call = self.objects("call", "plan")[0]
        self.assertEqual((call["contact"], call["item"], call["made"], call["when"]),
                         ("cert-sante", "phishing/c.3.1", False, None))
        plan = self.done("plan").stdout
        self.assertTrue(plan.startswith("CALL NOW: CERT Santé (French health CERT), on 09 72 43 91 25"), plan[:80])
        self.assertIn("digue call cert-sante", plan)
        self.assertLessEqual(max(map(len, plan.splitlines())), 80)

        self.done("call", "cert-sante", "--note", "Dossier 4242", "--author", "Bruno")
        call = self.objects("call", "plan")[0]
        self.assertEqual((call["made"], call["who"], call["note"]), (True, "Bruno", "Dossier 4242"))
        self.assertNotIn("CALL NOW", self.done("plan").stdout)
        self.assertIn("Appel passé à CERT Santé. Dossier 4242",
                      self.done("log", "list", language="fr").stdout)

    def test_an_unknown_contact_is_refused_with_those_that_exist(self):
        done = run("call", "plumber", "--incident", self.file)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cert-fr", done.stderr)


class Temporary(Guidance):
    sheet = "ransomware-containment"

    def isolate(self, *words):
        return self.done("act", ISOLATE, "done", "--despite-prerequisites", "--why", "vite",
                         "--accept-impact", "La directrice", "--preserved-by", "Carole", *words)

    def test_an_isolation_is_owed_until_it_is_lifted_and_its_effect_is_unknown(self):
        self.isolate("--occurred", "2026-03-08T10:00:00Z")
        owed = self.objects("temporary", "plan")
        self.assertEqual(len(owed), 1)
        self.assertEqual((owed[0]["item"], owed[0]["lifted_by"], owed[0]["done"], owed[0]["review"]),
                         (ISOLATE, LIFT, "2026-03-08T10:00:00Z", "2026-03-09T10:00:00Z"))
        self.assertTrue(owed[0]["due"])
        self.assertIn("LOOK AGAIN NOW", self.done("plan").stdout)
        self.assertIn("À REVOIR MAINTENANT", self.done("plan", "--next", "1", language="fr").stdout)
        proof = self.objects("proof", "plan")[0]
        self.assertEqual((proof["item"], proof["value"]), (ISOLATE, "unknown"))
        self.assertTrue(proof["why"])
        self.done("act", LIFT, "done", "--despite-prerequisites", "--why", "refaite",
                  "--accept-impact", "La directrice", "--preserved-by", "Carole")
        self.assertEqual(self.objects("temporary", "plan"), [])

    def test_a_person_says_when_to_look_again(self):
        self.isolate("--due", "2126-01-01T00:00:00Z")
        owed = self.objects("temporary", "plan")[0]
        self.assertEqual((owed["review"], owed["due"]), ("2126-01-01T00:00:00Z", False))
        self.assertNotIn("LOOK AGAIN NOW", self.done("plan").stdout)

    def test_the_plan_of_a_linked_sheet_has_the_answers_of_the_incident(self):
        self.done("answer", "phishing/c.3.1", "yes")
        line = next(line for line in self.objects("plan-step", "plan", "--sheet", "phishing")
                    if line["item"] == "phishing/c.3.1")
        self.assertEqual(line["answer"], "yes")
        self.assertEqual(len(self.objects("call", "plan")), 1)


class Proofs(Guidance):
    """The exercise knows whether the containment of its incident held."""
    sheet = "mail-account"
    block = "mail-account/1.a.1"

    def contain(self, seed, earlier=0):
        """Takes an exercise over, with every account blocked when it was contained; its proofs."""
        folder = self.folder / f"exercise-{seed}"
        made = run("exercise", "make", "mailbox-takeover", "--seed", seed, "--out", folder)
        self.assertEqual(made.returncode, 0, made.stderr)
        truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        run_json("analyze", folder / "evidence", "--org", folder / "organisation.yaml",
                 "--contained", truth["contained_at"], "--incident", self.file)
        contained = datetime.datetime.fromisoformat(truth["contained_at"].replace("Z", "+00:00"))
        done = (contained - datetime.timedelta(hours=earlier)).isoformat()
        for account in truth["compromised"]:
            self.done("act", self.block, "done", "--account", account, "--accept-impact", "D",
                      "--preserved-by", "C", "--occurred", done)
        proofs = self.objects("proof", "plan")
        self.assertEqual({proof["account"] for proof in proofs}, set(truth["compromised"]))
        return truth, proofs

    def concluded(self):
        return next(line for line in self.objects("conclusion", "plan")
                    if line["item"] == "mail-account/end")

    def test_a_containment_that_held_is_proven_for_each_account(self):
        truth, proofs = self.contain(1)
        self.assertEqual(truth["containment"], "holds")
        self.assertEqual({proof["value"] for proof in proofs}, {"proven"})
        self.assertEqual(self.concluded()["proposed"], "no")
        self.assertEqual(len(self.objects("temporary", "plan")), len(truth["compromised"]))

    def test_a_containment_that_failed_is_refuted_where_it_did_and_proven_nowhere(self):
        truth, proofs = self.contain(3)
        self.assertEqual(truth["containment"], "refuted")
        refuted = [proof for proof in proofs if proof["value"] == "refuted"]
        self.assertTrue(refuted)
        self.assertTrue(all(proof["findings"] for proof in refuted))
        self.assertNotIn("proven", {proof["value"] for proof in proofs})
        self.assertEqual(self.concluded()["proposed"], "yes")

    def test_a_block_that_the_intruder_outlived_is_not_proven_by_a_later_containment(self):
        _, proofs = self.contain(1, earlier=72)
        self.assertIn("unknown", {proof["value"] for proof in proofs})
        self.assertTrue(any(proof["findings"] for proof in proofs))


class Conclusions(Guidance):
    sheet = "any-incident"

    def conclusion(self, item):
        return next(line for line in self.objects("conclusion", "plan") if line["item"] == item)

    def test_a_conclusion_is_proposed_decided_and_decided_again_in_the_next_round(self):
        concluded = self.objects("conclusion", "plan")
        self.assertTrue(concluded)
        self.assertTrue(all(line["owed"] and not line["history"] for line in concluded))
        self.done("answer", "any-incident/q4", "yes")
        wide = next(line for line in self.objects("conclusion", "plan")
                    if line["proposed"] == "wide")
        self.assertTrue(wide["reason"])
        self.done("answer", wide["item"], "circumscribed", "--why", "une seule zone")
        self.done("qualify", "--round", "start")
        again = self.conclusion(wide["item"])
        self.assertTrue(again["owed"])
        step = next(line for line in self.objects("plan-step", "plan")
                    if line["item"] == wide["item"])
        self.assertEqual((step["asked_again"], step["state"]), (True, "to-do"))
        self.done("answer", wide["item"], "wide")
        history = self.conclusion(wide["item"])["history"]
        self.assertEqual([(one["value"], one["round"]) for one in history],
                         [("circumscribed", 0), ("wide", 1)])
        self.assertFalse(self.conclusion(wide["item"])["owed"])
        shown = self.done("plan", language="fr").stdout
        self.assertIn("Tour 1 : Étendu", shown)
        self.assertIn("une seule zone", shown)


if __name__ == "__main__":
    unittest.main()
