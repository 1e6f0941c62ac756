package dev.orm.instance;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Tenancy;
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
		if (key(instance, field) == null) {
			this.setter.set(instance, field, this.tenants.require());
		}
		requireOwn(instance, field);
	}

	/**
	 * Whose a join row is that nobody wrote a model for: that of the instance it belongs
	 * to.
	 */
	public Object ofJoinRow(Model near, EntityModel model) {
		Tenancy tenancy = Tenancy.of(model);
		@Nullable Object own = (tenancy != null) ? key(near, tenancy.field()) : null;
		if (tenancy == null || own == null) {
			return this.tenants.require();
		}
		requireOwn(near, tenancy.field());
		return own;
	}

	/** Refuse an instance of another tenant. */
	public void check(Model instance, WriteModel model) {
		FieldModel field = model.tenant();
		if (field != null) {
			requireOwn(instance, field);
		}
	}

	private void requireOwn(Model instance, FieldModel field) {
		Object own = key(instance, field);
		if (this.tenants.isAll()) {
			if (own == null) {
				throw new NoTenantException();
			}
			return;
		}
		if (!field.isSame(own, field.convert(this.tenants.require()))) {
			throw new CrossTenantException(field.model().name(), field.name());
		}
	}

	/** Refuse to give rows that are there to another tenant. */
	public void refuseChange(FieldModel field, boolean assigned) {
		if (assigned && !this.tenants.isAll()) {
			throw new CrossTenantException(field.model().name(), field.name());
		}
	}

	private static @Nullable Object key(Model instance, FieldModel field) {
		Object value = field.model().binding().get(instance, field.index());
		if (value instanceof ToOne<?> handle && handle.id() == null && handle.fetched() != null) {
			return handle.fetched().pk();
		}
		return ToOne.keyOf(value);
	}

}
