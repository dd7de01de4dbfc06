// Placeholder so that the target builds; replaced by the layer's first file.
