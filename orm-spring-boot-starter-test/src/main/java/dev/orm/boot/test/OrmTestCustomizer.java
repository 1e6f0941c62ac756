package dev.orm.boot.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.boot.databases.AliasNames;
import dev.orm.boot.databases.DatabasesProperties;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Lets pending migrations run, whatever production does with them, and pools be small.
 * Tests with the same fixtures share a context.
 *
 * @param fixtures the files that are loaded
 */
record OrmTestCustomizer(List<String> fixtures) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		MutablePropertySources sources = context.getEnvironment().getPropertySources();
		Map<String, Object> migrations = new HashMap<>(Map.of("orm.migrations.at-startup", "apply"));
		DatabasesProperties.of(context.getEnvironment()).further().forEach((alias, database) -> {
			if (database.migrations().atStartup() != null) {
				migrations.put(new AliasNames(alias).property("migrations.at-startup"), "apply");
			}
		});
		sources.addFirst(new MapPropertySource("ormTestMigrations", migrations));
		sources.addLast(new MapPropertySource("ormTestPools", Map.of("spring.datasource.hikari.minimum-idle", "1")));
	}

}
