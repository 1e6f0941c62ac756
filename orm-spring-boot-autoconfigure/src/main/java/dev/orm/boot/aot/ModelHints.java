package dev.orm.boot.aot;

import java.sql.Connection;

import dev.orm.cluster.ServedConnection;
import dev.orm.cluster.silence.HeedfulSocketFactory;
import dev.orm.execute.FeatureRefusalOverride;
import dev.orm.meta.ModelIndex;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * The models of the class path, what the processor generated for them, and what else the
 * engine looks for by name.
 */
final class ModelHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		ClassLoader loader = (classLoader != null) ? classLoader : ClassUtils.getDefaultClassLoader();
		hints.resources()
			.registerPattern(ModelIndex.LOCATION)
			.registerPattern("db/*/migration/*")
			.registerPattern("META-INF/dev.orm/**");
		if (loader != null) {
			ModelIndex.load(loader).forEach((model) -> register(model, hints));
		}
		hints.reflection().registerType(FeatureRefusalOverride.class, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
		hints.reflection().registerType(HeedfulSocketFactory.class, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
		hints.proxies().registerJdkProxy(Connection.class, ServedConnection.class);
	}

	private static void register(Class<? extends Model> model, RuntimeHints hints) {
		new FieldHints(hints.reflection()).register(model);
		EntityBinding<?> binding = EntityBinding.of(model);
		hints.reflection().registerType(binding.getClass(), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
		// the index names the classes of fields
		binding.describe().fields().forEach((field) -> {
			FieldHints.value(ClassUtils.resolvePrimitiveIfNecessary(field.javaType()), hints.reflection());
			field.typeArguments().forEach((argument) -> FieldHints.value(argument, hints.reflection()));
		});
		binding.automatic()
			.forEach((field) -> hints.reflection()
				.registerType(field.by(), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
	}

}
