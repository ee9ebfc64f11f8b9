from langchain_oci import ChatOCIGenAI

ENDPOINT = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com"


def assistant(compartment):
    return ChatOCIGenAI(model_id="xai.grok-4", service_endpoint=ENDPOINT, compartment_id=compartment)


def fallback(compartment):
    return ChatOCIGenAI(
        model_id="xai.grok-3-mini",
        service_endpoint=ENDPOINT,
        compartment_id=compartment,
    )
