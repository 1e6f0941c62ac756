package dev.orm.boot.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Starts the context of an {@link OrmTest}. */
final class OrmTestContextBootstrapper extends TestSliceTestContextBootstrapper<OrmTest> {

}
