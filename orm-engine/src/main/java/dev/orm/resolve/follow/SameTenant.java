package dev.orm.resolve.follow;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.Tenancy;
import dev.orm.sql.Infix;
import dev.orm.sql.operator.BuiltInOperator;

/**
 * Says that rows of two tables are one tenant's. Where no tenant is named, a distributed
 * database needs it to know that they lie together.
 */
public final class SameTenant {

	private SameTenant() {
	}

	/**
	 * Compare the tenants of two tables.
	 * @param near the alias of one table
	 * @param nearModel its model
	 * @param far the alias of the other
	 * @param farModel its model
	 * @return the comparison, the near column on the left; empty if rows of one are
	 * nobody's
	 */
	public static List<Infix> rows(String near, EntityModel nearModel, String far, EntityModel farModel) {
		Tenancy one = Tenancy.own(nearModel.concrete());
		Tenancy other = Tenancy.own(farModel.concrete());
		if (one == null || other == null) {
			return List.of();
		}
		return List.of(Infix.condition(FieldColumns.of(near, one.field()), BuiltInOperator.EQUAL,
				FieldColumns.of(far, other.field())));
	}

}
