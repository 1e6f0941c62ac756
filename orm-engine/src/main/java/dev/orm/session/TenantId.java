package dev.orm.session;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whose row it is: a foreign key to the tenants, or a key of them. Every query of the
 * model sees rows of the current tenant only (strict scope {@code tenant}), every insert
 * sets the field, and every write by key says whose row it means. Unique attributes are
 * so within a tenant; foreign keys between models of tenants hold the tenant, too.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TenantId {

	/**
	 * Return whether the database keeps tenants apart by itself, for the owner of the
	 * table too: row level security on the setting {@code orm.tenant}, which goes with
	 * every statement.
	 * @return false for those who may not make policies
	 */
	boolean rowLevelSecurity() default true;

}
