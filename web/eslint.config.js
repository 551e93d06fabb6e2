import hooks from "eslint-plugin-react-hooks";
import access from "eslint-plugin-jsx-a11y";
import typescript from "typescript-eslint";

// What a person reads stands in src/words, in both languages: no letters in the markup itself.
const words = [
  {
    selector: "JSXText[value=/[A-Za-zÀ-ÿ]{2}/]",
    message: "Put what a person reads into src/words.",
  },
  {
    selector:
      "JSXAttribute[name.name=/^(aria-label|title|placeholder|alt|label)$/] > Literal[value=/[A-Za-z]/]",
    message: "Put what a person reads into src/words.",
  },
];

export default typescript.config(
  { ignores: ["node_modules", "src/api/schema.ts"] },
  ...typescript.configs.strict,
  access.flatConfigs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    plugins: { "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      "no-restricted-syntax": ["error", ...words],
      "max-lines": ["error", 300],
      // Lists without bullets lose their role in one screen reader unless it is said.
      "jsx-a11y/no-redundant-roles": ["error", { ul: ["list"], ol: ["list"] }],
      // The compiler of React is not used.
      "react-hooks/incompatible-library": "off",
    },
  },
  { files: ["src/words/*.ts"], rules: { "max-lines": ["error", 700] } },
);
