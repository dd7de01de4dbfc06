print("matiane-server")
