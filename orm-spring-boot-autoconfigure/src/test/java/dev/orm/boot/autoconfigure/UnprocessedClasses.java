package dev.orm.boot.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import dev.orm.meta.ModelIndex;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A model compiled without the annotation processor, on a class path without an index.
 */
final class UnprocessedClasses {

	private static final String SOURCE = """
			package unprocessed;

			@dev.orm.annotation.Table(name = "lost")
			public class Lost extends dev.orm.model.Model {

				@dev.orm.annotation.Id
				private Long id;

			}
			""";

	private UnprocessedClasses() {
	}

	static URLClassLoader compile(Path folder) throws IOException {
		Path source = Files.createDirectories(folder.resolve("unprocessed")).resolve("Lost.java");
		Files.writeString(source, SOURCE);
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		int status = compiler.run(null, null, null, "-proc:none", "-classpath", System.getProperty("java.class.path"),
				"-d", folder.toString(), source.toString());
		assertThat(status).isZero();
		return new WithoutIndex(folder.toUri().toURL());
	}

	private static final class WithoutIndex extends URLClassLoader {

		WithoutIndex(URL folder) {
			super(new URL[] { folder }, UnprocessedClasses.class.getClassLoader());
		}

		@Override
		public Enumeration<URL> getResources(String name) throws IOException {
			return name.equals(ModelIndex.LOCATION) ? Collections.emptyEnumeration() : super.getResources(name);
		}

	}

}
