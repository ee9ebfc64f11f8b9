import torchaudio
import torchvision
from torchaudio.pipelines import WAV2VEC2_ASR_BASE_960H

bundle = torchaudio.pipelines.HUBERT_BASE
resnet = torchvision.models.resnet18(weights=torchvision.models.ResNet18_Weights.IMAGENET1K_V1)
r3d = torchvision.models.video.r3d_18(weights="KINETICS400_V1")
raft = torchvision.models.get_model("raft_large", weights="DEFAULT")
bare = torchvision.models.resnet34(weights=None)
