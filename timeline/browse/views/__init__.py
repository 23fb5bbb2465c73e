"""The public pages. Views choose and hand on; what is shown is worked out beside them."""
