package dev.orm.instance;

import java.util.List;
import java.util.Optional;

import dev.orm.error.detail.Subject;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Tenancy;
import dev.orm.model.EntityBinding;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.FieldDescription;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.session.CrossTenantException;
import dev.orm.session.NoTenantException;
import dev.orm.session.Tenants;
import org.jspecify.annotations.Nullable;

/**
 * Says whose an instance is before its row is written, and refuses to write one for
 * another tenant than the current one. Thread-safe.
 */
public final class TenantFields {

	private final Tenants tenants;

	private final InstanceSetter setter;

	public TenantFields(Tenants tenants, InstanceSetter setter) {
		this.tenants = tenants;
		this.setter = setter;
	}

	/** Let an instance be the current tenant's, if nobody's, before it is inserted. */
	public void fill(Model instance, WriteModel model) {
		FieldModel field = model.tenant();
		if (field == null) {
			return;
		}
		@Nullable Object own = field.columnValue(instance);
		Object wanted = (own != null) ? own : this.tenants.require(field.subject());
		requireOwnTargets(wanted, instance, field, model);
		if (own == null) {
			this.setter.set(instance, field, wanted);
		}
		requireOwn(instance, field);
	}

	/**
	 * Whose a join row is that nobody wrote a model for: that of the instance it belongs
	 * to.
	 */
	public Object ofJoinRow(Model near, EntityModel model) {
		Tenancy tenancy = Tenancy.of(model);
		@Nullable Object own = (tenancy != null) ? tenancy.field().columnValue(near) : null;
		if (tenancy == null || own == null) {
			return this.tenants.require(model.subject());
		}
		requireOwn(near, tenancy.field());
		return own;
	}

	/** Whose rows of a table a write is about; empty if nobody's, or those of all. */
	public Optional<Object> named(EntityModel table) {
		return (Tenancy.own(table) == null || this.tenants.isAll()) ? Optional.empty()
				: Optional.of(this.tenants.require(table.subject()));
	}

	/** Refuse an instance of another tenant. */
	public void check(Model instance, WriteModel model) {
		FieldModel field = model.tenant();
		if (field != null) {
			requireOwn(instance, field);
			requireOwnTargets(field.columnValue(instance), instance, field, model);
		}
	}

	private void requireOwn(Model instance, FieldModel field) {
		Object own = field.columnValue(instance);
		if (this.tenants.isAll()) {
			if (own == null) {
				throw NoTenantException.ofAll(field.subject());
			}
			return;
		}
		if (!field.isSame(own, field.convert(this.tenants.require(field.subject())))) {
			throw new CrossTenantException(field.model().name(), field.name());
		}
	}

	/**
	 * Refuse to point to an instance of another tenant. One that is not in memory is for
	 * the database to refuse, where a foreign key leads to it.
	 */
	private static void requireOwnTargets(@Nullable Object own, Model instance, FieldModel tenant, WriteModel model) {
		for (FieldModel relation : model.shared()) {
			if (relation.value(instance) instanceof ToOne<?> handle) {
				requireSame(own, handle.fetched(), tenant, relation.subject());
			}
		}
		for (GenericFields generic : model.generics()) {
			requireSame(own, generic.target(instance), tenant,
					Subject.ofAttribute(tenant.model().name(), generic.attribute()));
		}
	}

	private static void requireSame(@Nullable Object own, @Nullable Model target, FieldModel tenant, Subject relation) {
		Object other = (target != null) ? tenantOf(target) : null;
		if (own != null && other != null && !tenant.isSame(own, tenant.convert(other))) {
			throw CrossTenantException.ofTarget(relation.model(), relation.attribute());
		}
	}

	/** Refuse to let rows of the current tenant point to an instance of another. */
	public void checkAssigned(FieldModel tenant, String relation, Model target) {
		if (!this.tenants.isAll()) {
			requireSame(tenant.convert(this.tenants.require(tenant.subject())), target, tenant,
					Subject.ofAttribute(tenant.model().name(), relation));
		}
	}

	/** Refuse to relate an instance to one of another tenant. */
	public static void checkRelated(FieldModel tenant, Model owner, RelationModel relation, Model target) {
		requireSame(tenant.columnValue(owner), target, tenant, relation.subject());
	}

	/** Whose an instance of any model is; null if nobody's. */
	private static @Nullable Object tenantOf(Model instance) {
		EntityBinding<Model> binding = EntityBinding.of(instance.getClass());
		List<FieldDescription> fields = binding.describe().fields();
		for (int i = 0; i < fields.size(); i++) {
			if (fields.get(i).is(Flag.TENANT)) {
				return ToOne.keyOf(binding.get(instance, i));
			}
		}
		return null;
	}

	/** Refuse to give rows that are there to another tenant. */
	public void refuseChange(FieldModel field, boolean assigned) {
		if (assigned && !this.tenants.isAll()) {
			throw new CrossTenantException(field.model().name(), field.name());
		}
	}

}
