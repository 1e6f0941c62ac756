package dev.orm.benchmark.contender.relational;

import java.sql.ResultSet;
import java.sql.SQLException;

import dev.orm.benchmark.contender.CustomerView;
import dev.orm.benchmark.contender.OrderView;

import org.springframework.jdbc.core.RowMapper;

/** Reads the nested record of workload 5. */
public class OrderViews implements RowMapper<OrderView> {

	@Override
	public OrderView mapRow(ResultSet row, int number) throws SQLException {
		return new OrderView(row.getLong(1), row.getString(2), row.getBigDecimal(3),
				new CustomerView(row.getLong(4), row.getString(5)));
	}

}
