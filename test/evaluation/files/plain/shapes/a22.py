STAGES = {
    "step-2024": {"rank": 1},
    "run-7": {"rank": 2},
    "release-25": {"rank": 3},
    "note-3": {"rank": 4},
}
