"""Templates, components, forms, charts and access rules of both sites."""
