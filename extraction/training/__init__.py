"""Documents that the product has proved -> the networks of the layout model. Needs the extra `train`."""
