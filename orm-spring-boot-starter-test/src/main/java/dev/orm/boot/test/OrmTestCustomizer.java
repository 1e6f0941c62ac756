package dev.orm.boot.test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.boot.databases.AliasNames;
import dev.orm.boot.databases.DatabasesProperties;
import dev.orm.boot.replicas.OrmReplicaAutoConfiguration;
import dev.orm.observe.RepeatedQueries;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Lets pending migrations run, whatever production does with them, pools be small, and
 * policies that keep tenants apart not be there for a superuser. Tests with the same
 * fixtures share a context.
 *
 * @param fixtures the files that are loaded
 * @param replicas what stands for replicas
 * @param repeated what is done about queries that should have been one
 */
record OrmTestCustomizer(List<String> fixtures, ReplicaUse replicas,
		RepeatedQueries.Mode repeated) implements ContextCustomizer {

	/** The bean of the standbys, where they are real. */
	static final String STANDBYS = "ormTestStandbys";

	private static final String FIXTURES = "ormTestFixtureFiles";

	private static final String EXCLUDED = "spring.autoconfigure.exclude";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		MutablePropertySources sources = context.getEnvironment().getPropertySources();
		Map<String, Object> settings = new HashMap<>(Map.of("orm.migrations.at-startup", "apply"));
		DatabasesProperties.of(context.getEnvironment()).further().forEach((alias, database) -> {
			if (database.migrations().atStartup() != null) {
				settings.put(new AliasNames(alias).property("migrations.at-startup"), "apply");
			}
		});
		if (this.repeated != RepeatedQueries.Mode.LOG) {
			settings.put("orm.repeated.mode", this.repeated.name());
		}
		sources.addFirst(new MapPropertySource("ormTestSettings", settings));
		// the role of an embedded database is its superuser, whom policies let through
		sources.addLast(new MapPropertySource("ormTestDefaults",
				Map.of("spring.datasource.hikari.minimum-idle", "1", "orm.tenancy.policies", "ignored")));
		FixtureFiles files = new FixtureFiles(this.fixtures);
		context.getBeanFactory().registerSingleton(FIXTURES, files);
		if (this.replicas == ReplicaUse.REAL) {
			startStandbys(context, files);
		}
		else {
			leaveReplicasOut(context);
		}
	}

	private static void startStandbys(ConfigurableApplicationContext context, FixtureFiles fixtures) {
		Standbys standbys = Standbys.start(DatabasesProperties.of(context.getEnvironment()), fixtures);
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("ormTestReplicas", standbys.properties()));
		DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
		beans.registerSingleton(STANDBYS, standbys);
		beans.registerSingleton("ormTestDatabases", standbys.databases());
		beans.registerDisposableBean(STANDBYS, standbys::close);
		new AnnotatedBeanDefinitionReader(beans, context.getEnvironment()).register(OrmReplicaAutoConfiguration.class);
	}

	/** Those of the application's own files are of production. */
	private static void leaveReplicasOut(ConfigurableApplicationContext context) {
		List<String> left = new ArrayList<>(
				Binder.get(context.getEnvironment()).bind(EXCLUDED, Bindable.listOf(String.class)).orElse(List.of()));
		left.add(OrmReplicaAutoConfiguration.class.getName());
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("ormTestReplicas", Map.of(EXCLUDED, String.join(",", left))));
	}

}
