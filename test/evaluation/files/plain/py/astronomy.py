"""Moons, rockets and other things with famous names."""
MOONS = {"Titan": 2575, "Europa": 1560, "Phobos": 11}
ROCKETS = ["Falcon 9", "Falcon Heavy", "Titan IV", "Gemini-Titan II"]
PROBES = {"voyage": "Voyager 2", "orca": "ORCA-1", "nova": "SN 1987A"}
CONSTELLATIONS = ["gemini", "phoenix", "aquila", "falcon"]
WINDS = ("mistral", "sirocco", "bora")
golden_ratio_phi = 1.618033988749895
command = "r"
llama_facts = "A llama (Lama glama) is a domesticated South American camelid."
print("A whisper in the dark / a claude glass on the wall")
