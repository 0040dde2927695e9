/** What a server answers besides its two APIs: the documentation, the console's door, the figures of the server, the page that names the site's version. */
@NullMarked
package io.alignemulator.http.pages;

import org.jspecify.annotations.NullMarked;
