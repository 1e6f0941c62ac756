@NullMarked
package dev.orm.cluster;

import org.jspecify.annotations.NullMarked;
