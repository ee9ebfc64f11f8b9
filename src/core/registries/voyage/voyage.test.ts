import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('voyage', {
  found: [
    ['a.json', '{"model": "⟦voyage-3-large|voyage⟧"}'],
    ['a.yaml', 'model: ⟦voyageai/voyage-code-3|voyage⟧'],
  ],
  constants: [
    [
      'A.java',
      'import dev.langchain4j.model.voyageai.VoyageAiEmbeddingModelName;\n' +
        'b.modelName(VoyageAiEmbeddingModelName.⟦VOYAGE_3_LITE|voyage-3-lite⟧)',
    ],
  ],
});
