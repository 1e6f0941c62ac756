package dev.orm.boot.scan;

import java.net.MalformedURLException;
import java.util.List;
import java.util.Map;

import dev.orm.meta.index.DescriptionLine;
import dev.orm.meta.index.IndexFiles;
import dev.orm.meta.index.IndexFiles.IndexFile;
import dev.orm.meta.index.Untold;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.AotDetector;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.type.classreading.MetadataReader;

/**
 * Spares Spring's scan for components the class files of models and their paths, which
 * are no components: reading them was half of what a scan of many models takes. The scan
 * looks for what it read of a file in a cache of the application context, and finds there
 * that nothing stands in these. The indexes of models become a bean, as they are needed
 * again.
 */
final class UnreadModels implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/** What was generated for a model beside it, for people. */
	private static final String PATH = "Path";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		// as the conditions of the auto-configurations take it: any other text switches
		// off
		boolean wanted = "true".equalsIgnoreCase(context.getEnvironment().getProperty("orm.enabled", "true"));
		if (wanted && context instanceof DefaultResourceLoader loader && !AotDetector.useGeneratedArtifacts()) {
			IndexFiles indexes = IndexFiles.read(classLoader(context.getClassLoader()));
			context.getBeanFactory().registerSingleton("ormModelIndexes", indexes);
			Map<Resource, MetadataReader> known = loader.getResourceCache(MetadataReader.class);
			for (IndexFile index : indexes.files()) {
				fill(known, index, indexes.loader());
			}
		}
	}

	private static ClassLoader classLoader(@Nullable ClassLoader ofContext) {
		return (ofContext != null) ? ofContext : UnreadModels.class.getClassLoader();
	}

	/** A model whose file is missing is told of by who links the models. */
	private static void fill(Map<Resource, MetadataReader> known, IndexFile index, ClassLoader loader) {
		try {
			ClassFiles files = index.lines().isEmpty() ? null
					: ClassFiles.around(DescriptionLine.model(index.lines().get(0)), loader);
			if (files != null) {
				fill(known, index.lines(), files);
			}
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException("There are no class files of the models of " + index.location(), ex);
		}
	}

	private static void fill(Map<Resource, MetadataReader> known, List<String> lines, ClassFiles files)
			throws MalformedURLException {
		for (String line : lines) {
			String model = DescriptionLine.model(line);
			if (!DescriptionLine.untold(line).contains(Untold.ANNOTATIONS)) {
				put(known, files, model);
			}
			// a nested model may share the name of its path with somebody's class
			if (model.indexOf('$') < 0) {
				put(known, files, model + PATH);
			}
		}
	}

	private static void put(Map<Resource, MetadataReader> known, ClassFiles files, String className)
			throws MalformedURLException {
		Resource file = files.of(className);
		known.put(file, new UnreadClass(file, className));
	}

}
