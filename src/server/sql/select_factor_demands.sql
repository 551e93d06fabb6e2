SELECT role FROM factor_demand
