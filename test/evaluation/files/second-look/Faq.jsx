export const Faq = () => (
  <ul>
    <li>gpt-4o-2024-08-06, gpt-4-turbo-2024-04-09</li>
    <li>llama-3.1-405B-instruct, llama-3.1-8B-instruct</li>
    <li>llama-3.1-sonar-small-128k-online</li>
  </ul>
);
