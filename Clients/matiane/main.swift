print("matiane")
