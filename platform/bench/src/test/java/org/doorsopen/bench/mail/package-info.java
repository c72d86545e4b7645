@org.jspecify.annotations.NullUnmarked
package org.doorsopen.bench.mail;
