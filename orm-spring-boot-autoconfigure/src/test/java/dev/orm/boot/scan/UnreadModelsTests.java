package dev.orm.boot.scan;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import dev.orm.boot.scan.shelf.Box;
import dev.orm.meta.index.IndexFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReader;

import static org.assertj.core.api.Assertions.assertThat;

/** What Spring's scan for components reads of the class files of models: nothing. */
class UnreadModelsTests {

	private static final String PACKAGE = "dev/orm/boot/scan/shelf/";

	@Test
	void classFilesOfModelsAndPathsAreNotRead() throws IOException {
		try (GenericApplicationContext context = initialized(getClass().getClassLoader())) {
			assertThat(scan(context)).contains("boxManager", "crate").doesNotContain("box", "boxPath", "cratePath");
			assertThat(unread(context)).containsExactly("Box.class", "BoxPath.class", "CratePath.class");
			assertThat(read(context)).contains("BoxManager.class", "Crate.class");
		}
	}

	@Test
	void norAreThoseInJars(@TempDir Path folder) throws IOException {
		URL jar = jar(folder.resolve("shelf.jar"), index()).toUri().toURL();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar }, new OnlyLibraries());
				GenericApplicationContext context = initialized(loader)) {
			assertThat(scan(context)).contains("boxManager", "crate").doesNotContain("box", "boxPath");
			assertThat(unread(context)).containsExactly("Box.class", "BoxPath.class", "CratePath.class");
		}
	}

	@Test
	void norThoseThatLieApartFromTheirIndexAsInExecutableJars(@TempDir Path folder) throws IOException {
		URL jar = jar(folder.resolve("shelf.jar"), new byte[0]).toUri().toURL();
		Path index = folder.resolve("root").resolve(IndexFiles.LOCATION);
		Files.createDirectories(index.getParent());
		Files.write(index, index());
		URL root = folder.resolve("root").toUri().toURL();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { root, jar }, new OnlyLibraries());
				GenericApplicationContext context = initialized(loader)) {
			assertThat(unread(context)).containsExactly("Box.class", "BoxPath.class", "CratePath.class");
		}
	}

	@Test
	void aModelWhoseFileIsGoneIsToldOfByWhoLinksIt(@TempDir Path folder) throws IOException {
		Path index = folder.resolve(IndexFiles.LOCATION);
		Files.createDirectories(index.getParent());
		Files.writeString(index, "shop.Gone\n");
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() }, new OnlyLibraries());
				GenericApplicationContext context = initialized(loader)) {
			assertThat(context.getResourceCache(MetadataReader.class)).isEmpty();
		}
	}

	@Test
	void aClassThatIsAskedForByNameIsRead() throws IOException {
		try (GenericApplicationContext context = initialized(getClass().getClassLoader())) {
			MetadataReader box = new CachingMetadataReaderFactory(context).getMetadataReader(Box.class.getName());
			assertThat(box.getAnnotationMetadata().getDeclaredMethods()).isNotEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "maybe" })
	void switchedOffItReadsNoIndex(String enabled) {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			TestPropertyValues.of("orm.enabled=" + enabled).applyTo(context);
			new UnreadModels().initialize(context);
			assertThat(context.getResourceCache(MetadataReader.class)).isEmpty();
			assertThat(context.getBeanFactory().getSingletonNames()).doesNotContain("ormModelIndexes");
		}
	}

	private static GenericApplicationContext initialized(ClassLoader loader) {
		GenericApplicationContext context = new GenericApplicationContext();
		context.setClassLoader(loader);
		new UnreadModels().initialize(context);
		return context;
	}

	private static Set<String> scan(GenericApplicationContext context) {
		ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
		scanner.setResourceLoader(context);
		scanner.scan(Box.class.getPackageName());
		return Set.of(context.getBeanDefinitionNames());
	}

	private static List<String> unread(GenericApplicationContext context) {
		return files(context, true);
	}

	private static List<String> read(GenericApplicationContext context) {
		return files(context, false);
	}

	/** The files of the package, as the scan finds them. */
	private static List<String> files(GenericApplicationContext context, boolean unread) {
		List<String> names = new ArrayList<>();
		try {
			for (Resource file : context.getResources("classpath*:" + PACKAGE + "**/*.class")) {
				MetadataReader known = context.getResourceCache(MetadataReader.class).get(file);
				if (known instanceof UnreadClass == unread && known != null) {
					names.add(String.valueOf(file.getFilename()));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return List.copyOf(new TreeSet<>(names));
	}

	private static Path jar(Path jar, byte[] index) throws IOException {
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
			// Spring looks for the folder
			out.putNextEntry(new ZipEntry(PACKAGE));
			for (Resource resource : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:" + PACKAGE + "*.class")) {
				write(out, PACKAGE + resource.getFilename(), resource.getContentAsByteArray());
			}
			write(out, IndexFiles.LOCATION, index);
		}
		return jar;
	}

	private static byte[] index() {
		StringBuilder lines = new StringBuilder();
		IndexFiles.read(Box.class.getClassLoader()).forEach((line, types) -> {
			if (line.startsWith(Box.class.getPackageName())) {
				lines.append(line).append('\n');
			}
		});
		return lines.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void write(JarOutputStream out, String name, byte[] content) throws IOException {
		out.putNextEntry(new ZipEntry(name));
		out.write(content);
		out.closeEntry();
	}

	/** Sees classes, but none of the files of this module. */
	private static final class OnlyLibraries extends ClassLoader {

		OnlyLibraries() {
			super(Box.class.getClassLoader());
		}

		@Override
		public Enumeration<URL> getResources(String name) throws IOException {
			return isHidden(name) ? Collections.emptyEnumeration() : super.getResources(name);
		}

		@Override
		public @Nullable URL getResource(String name) {
			return isHidden(name) ? null : super.getResource(name);
		}

		private static boolean isHidden(String name) {
			return name.startsWith(PACKAGE.substring(0, PACKAGE.length() - 1)) || name.equals(IndexFiles.LOCATION);
		}

	}

}
