package dev.orm.meta;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.model.FieldDescription.Flag;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows of a model are. Immutable.
 *
 * @param table the model whose table says it: the model itself, or a parent
 * @param field the tenant
 * @param guarded whether the database keeps tenants apart by itself
 */
public record Tenancy(EntityModel table, FieldModel field, boolean guarded) {

	/**
	 * Return whose rows of a model are.
	 * @param model the model
	 * @return the tenant; null if they are nobody's
	 */
	public static @Nullable Tenancy of(EntityModel model) {
		for (FieldModel field : model.fields()) {
			if (field.is(Flag.TENANT)) {
				return new Tenancy(field.owner().concrete(), field, !field.is(Flag.TENANT_UNGUARDED));
			}
		}
		return null;
	}

	/**
	 * Return whose rows of a model are, if its own table says so.
	 * @param model the model
	 * @return the tenant; null if rows are nobody's, or a parent's table says whose
	 */
	public static @Nullable Tenancy own(EntityModel model) {
		Tenancy tenancy = of(model);
		return (tenancy != null && tenancy.table() == model.concrete()) ? tenancy : null;
	}

	/**
	 * Return whether the database keeps tenants apart in a table of some models.
	 * @param models the models
	 * @return true if one is guarded
	 */
	public static boolean isGuarded(ModelRegistry models) {
		for (EntityModel model : models.models()) {
			Tenancy tenancy = of(model);
			if (tenancy != null && tenancy.guarded()) {
				return true;
			}
		}
		return false;
	}

	/** The server would set the tenant to NULL, too. */
	private static boolean setsNull(RelationModel relation) {
		OnDeleteAction action = relation.onDelete();
		return action == OnDeleteAction.DB_SET_NULL || action == OnDeleteAction.DB_SET_DEFAULT;
	}

	/**
	 * Return whether a foreign key holds the tenant, too: it leads from rows of tenants
	 * to rows of tenants.
	 * @param key the foreign key
	 * @return true if it does
	 */
	public static boolean isShared(FieldModel key) {
		RelationModel relation = key.relation();
		Tenancy own = own(key.owner().concrete());
		return relation != null && own != null && key != own.field() && !key.primaryKey() && !setsNull(relation)
				&& own(relation.path().get(0).toField().owner().concrete()) != null;
	}

}
