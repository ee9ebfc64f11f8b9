package dev.tidewater.invoices;

import ai.djl.Application;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.output.DetectedObjects;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;

public final class DjlDetector {

    static final Criteria<String, float[]> EMBEDDER = Criteria.builder()
            .setTypes(String.class, float[].class)
            .optModelUrls("djl://ai.djl.huggingface.pytorch/sentence-transformers/all-MiniLM-L12-v2")
            .optEngine("PyTorch")
            .build();

    HuggingFaceTokenizer tokenizer() {
        return HuggingFaceTokenizer.newInstance("microsoft/layoutlmv3-base");
    }

    // https://docs.djl.ai/ : groupId ai.djl.pytorch, artifactId resnet
    private static final String MIME = "image/png";
}
