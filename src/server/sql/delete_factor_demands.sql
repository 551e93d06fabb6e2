DELETE FROM factor_demand
