package dev.orm.sql;

import java.time.ZoneId;
import java.util.List;

import dev.orm.type.ValueType;

/**
 * The local time an instant has in a zone: {@code source AT TIME ZONE 'name'}.
 *
 * @param source the instant
 * @param zone the zone
 * @param name the name the database knows the zone by
 * @param type the type of the local time
 */
public record AtZone(Sql source, ZoneId zone, String name, ValueType type) implements Sql {

	@Override
	public List<Sql> children() {
		return List.of(this.source);
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new AtZone(children.get(0), this.zone, this.name, this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.atZone(this);
	}

}
