package dev.orm.benchmark.stub;

import java.sql.ResultSetMetaData;

/** Describes the columns of a result. */
@SuppressWarnings("NullAway.Init") // the statement says which
public abstract class StubMetaData implements ResultSetMetaData {

	StubColumns columns;

	@Override
	public int getColumnCount() {
		return this.columns.count();
	}

	@Override
	public String getColumnLabel(int column) {
		return this.columns.label(column);
	}

	@Override
	public String getColumnName(int column) {
		return this.columns.label(column);
	}

	@Override
	public int getColumnType(int column) {
		return this.columns.column(column).type();
	}

	@Override
	public String getColumnTypeName(int column) {
		return this.columns.column(column).typeName();
	}

	@Override
	public String getColumnClassName(int column) {
		return this.columns.column(column).javaType().getName();
	}

	@Override
	public String getTableName(int column) {
		return "bench_order";
	}

}
