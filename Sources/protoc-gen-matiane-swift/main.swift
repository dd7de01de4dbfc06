print("protoc-gen-matiane-swift")
