package dev.orm.sql;

import java.time.ZoneId;
import java.util.List;

import dev.orm.type.ValueType;

/**
 * The local time an instant has in a zone, or the instant of such a local time:
 * {@code source AT TIME ZONE 'name'}.
 *
 * @param source the instant, or the local time
 * @param zone the zone
 * @param type the type of the result
 */
public record AtZone(Sql source, ZoneId zone, ValueType type) implements Sql {

	@Override
	public List<Sql> children() {
		return List.of(this.source);
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new AtZone(children.get(0), this.zone, this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.atZone(this);
	}

}
