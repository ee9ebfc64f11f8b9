import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('databricks', {
  found: [
    ['a.py', 'ChatDatabricks(endpoint="⟦databricks-meta-llama-3-1-70b-instruct|databricks⟧")'],
    ['a.sql', "SELECT AI_QUERY('⟦databricks-claude-3-7-sonnet|databricks⟧', 'x');"],
    ['a.yaml', 'model: ⟦databricks/databricks-claude-sonnet-4|databricks⟧'],
    ['a.txt', 'databricks-connect-14.3 and databricks-sdk-0.20'],
  ],
  spelled: {
    'databricks-claude-sonnet-4': 'claude-sonnet-4',
    'databricks-meta-llama-3-3-70b-instruct': 'meta-llama-3-3-70b-instruct',
  },
});
