package dev.orm.meta.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.orm.declare.Declarations;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Tenancy;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table lie on several servers. Immutable.
 *
 * @param field the field whose values say where a row lies; null if each server has all
 * rows
 */
public record TableDistribution(@Nullable FieldModel field) {

	/**
	 * Return how the rows of a model's table lie. A generated join table lies as what it
	 * joins does.
	 * @param model the model
	 * @return how they do; null if they are where any table's are
	 */
	public static @Nullable TableDistribution of(EntityModel model) {
		EntityModel table = model.concrete();
		if (table.autoCreated()) {
			return ofJoinRows(table);
		}
		Declarations.Distribution declared = table.declarations().distribution();
		if (declared == null) {
			return null;
		}
		return new TableDistribution(declared.isReference() ? null : table.field(declared.attribute()).orElseThrow());
	}

	private static @Nullable TableDistribution ofJoinRows(EntityModel table) {
		List<TableDistribution> joined = table.fields()
			.stream()
			.map(FieldModel::relation)
			.filter(Objects::nonNull)
			.filter((relation) -> !isTenant(table, relation.foreignKey()))
			.map((relation) -> of(relation.target()))
			.filter(Objects::nonNull)
			.toList();
		Tenancy tenancy = Tenancy.own(table);
		if (tenancy != null && joined.stream().anyMatch((side) -> !side.isReference())) {
			return new TableDistribution(tenancy.field());
		}
		boolean everywhere = joined.size() == 2 && joined.stream().allMatch(TableDistribution::isReference);
		return everywhere ? new TableDistribution(null) : null;
	}

	private static boolean isTenant(EntityModel table, FieldModel key) {
		Tenancy tenancy = Tenancy.own(table);
		return tenancy != null && tenancy.field() == key;
	}

	/**
	 * Return what tells rows of a model's table apart in the database: rows of several
	 * servers are told apart within one.
	 * @param model the model
	 * @return the fields of the key, behind the one that says where a row lies
	 */
	public static List<FieldModel> key(EntityModel model) {
		List<FieldModel> key = model.concrete().key();
		TableDistribution distribution = of(model);
		FieldModel field = (distribution != null) ? distribution.field() : null;
		if (field == null || key.contains(field)) {
			return key;
		}
		List<FieldModel> all = new ArrayList<>();
		all.add(field);
		all.addAll(key);
		return all;
	}

	/**
	 * Return whether each server has all rows.
	 * @return true for a table that others refer to
	 */
	public boolean isReference() {
		return this.field == null;
	}

}
