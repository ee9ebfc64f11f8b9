from gen_ai_hub.orchestration.models.llm import LLM
from gen_ai_hub.orchestration.models.config import OrchestrationConfig

config = OrchestrationConfig(
    template=template,
    llm=LLM(name="anthropic--claude-3.5-sonnet", version="latest"),
)
