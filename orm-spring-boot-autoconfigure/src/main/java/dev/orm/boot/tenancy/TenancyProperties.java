package dev.orm.boot.tenancy;

import java.util.List;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of tenants.
 *
 * @param mode How tenants are kept apart: by a column of their tables (those with a
 * "@TenantId"), or by a schema of their own.
 * @param database Alias of the database with the schemas of tenants.
 * @param schemaPrefix What names of schemas begin with, before the key of the tenant.
 * @param sharedSchemas Schemas that are looked into behind that of the tenant, such as
 * those of extensions.
 * @param policies What a role means that policies of the database do not hold for.
 * @since 0.1.0
 */
public record TenancyProperties(@DefaultValue("column") Mode mode, @DefaultValue("default") String database,
		@DefaultValue("") String schemaPrefix, @DefaultValue List<String> sharedSchemas,
		@DefaultValue("required") Policies policies) {

	/** What a role means that policies do not hold for, such as a superuser. */
	public enum Policies {

		/** The application does not start. */
		REQUIRED,
		/** A warning. */
		WANTED,
		/** Nothing: a database of tests or development. */
		IGNORED

	}

	/** How tenants are kept apart. */
	public enum Mode {

		/** By a column. */
		COLUMN,
		/** By a schema. */
		SCHEMA

	}

}
