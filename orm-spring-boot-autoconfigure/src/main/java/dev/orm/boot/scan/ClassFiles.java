package dev.orm.boot.scan;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.util.ResourceUtils;

/**
 * The class files of the models of an index, in a folder or a jar, as Spring's scan names
 * them. They need not lie beside the index: executable jars of Spring Boot have them
 * apart.
 *
 * @param root the folder that packages are in; empty for a jar
 * @param url the same
 */
record ClassFiles(Path root, URL url) {

	private static final Path JAR = Path.of("");

	/**
	 * Find them by one of them.
	 * @param className the name of a model
	 * @param loader sees it
	 * @return the files; null if that one is not there
	 * @throws MalformedURLException if it is nowhere
	 */
	static @Nullable ClassFiles around(String className, ClassLoader loader) throws MalformedURLException {
		URL one = loader.getResource(file(className));
		if (one == null) {
			return null;
		}
		String text = one.toString();
		URL url = ResourceUtils.toURL(text.substring(0, text.length() - file(className).length()));
		return new ClassFiles(ResourceUtils.isFileURL(url) ? Path.of(URI.create(url.toString())) : JAR, url);
	}

	private static String file(String className) {
		return className.replace('.', '/') + ".class";
	}

	/**
	 * Return the file of a class.
	 * @param className its name
	 * @throws MalformedURLException if there can be none
	 */
	Resource of(String className) throws MalformedURLException {
		String file = file(className);
		return (this.root != JAR) ? new FileSystemResource(this.root.resolve(file)) : new UrlResource(
				new URL(this.url.getProtocol(), this.url.getHost(), this.url.getPort(), this.url.getFile() + file));
	}

}
