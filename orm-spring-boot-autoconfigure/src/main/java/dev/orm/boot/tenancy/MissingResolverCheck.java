package dev.orm.boot.tenancy;

import java.util.stream.Stream;

import dev.orm.boot.tenancy.TenancyProperties.Mode;
import dev.orm.check.ModelCheck;
import dev.orm.check.Problem;
import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.Tenancy;
import dev.orm.session.TenantResolver;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Looks for tenants nobody tells of: every request would be refused.
 *
 * @since 0.1.0
 */
public final class MissingResolverCheck implements ModelCheck {

	private static final String ID = "tenant-resolver";

	private static final String HINT = "define a TenantResolver bean; if all work says its tenant by tenants.run(key, work), silence it";

	private final Mode mode;

	private final ObjectProvider<TenantResolver> resolver;

	/**
	 * Create the check.
	 * @param mode how tenants are kept apart
	 * @param resolver the application's resolver
	 */
	public MissingResolverCheck(Mode mode, ObjectProvider<TenantResolver> resolver) {
		this.mode = mode;
		this.resolver = resolver;
	}

	@Override
	public Stream<Problem> check(ModelRegistry models) {
		if (this.resolver.stream().findAny().isPresent()) {
			return Stream.empty();
		}
		if (this.mode == Mode.SCHEMA) {
			return Stream.of(Problem.warning(ID, "orm.tenancy.mode",
					"Each tenant has a schema of its own, and no TenantResolver says for whom a thread works.", HINT));
		}
		for (EntityModel model : models.models()) {
			if (Tenancy.own(model) != null) {
				return Stream.of(problem(model));
			}
		}
		return Stream.empty();
	}

	private static Problem problem(EntityModel model) {
		return Problem.warning(ID, model.name(),
				"The rows of %s are tenants', and no TenantResolver says for whom a thread works.".formatted(model),
				HINT);
	}

}
