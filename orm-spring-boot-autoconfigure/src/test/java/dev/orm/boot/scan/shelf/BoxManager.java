package dev.orm.boot.scan.shelf;

import dev.orm.AbstractManager;
import dev.orm.AbstractQuerySet;

import org.springframework.stereotype.Component;

@Component
public class BoxManager extends AbstractManager<Box, BoxManager.Boxes> {

	/** Boxes. */
	public static class Boxes extends AbstractQuerySet<Box, Boxes> {

	}

}
