package io.alignemulator.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.openqa.selenium.Alert;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One Chromium without a window, and what it complained about. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOKS = Duration.ofMillis(20);
    private static final String AXE = resource("/axe.min.js");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
    }

    static Browser start() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Chromium.browser().orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", logs);
        options.setExperimentalOption("perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Chromium.driver().orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** As it was at its start, whatever a test did to it, and with nothing to complain about. */
    void reset() {
        driver.get("about:blank");
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        slow(-1);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        size(1440, 1000);
        complaints();
        requests();
    }

    void open(Object address) {
        driver.get(address.toString());
    }

    /** The first element that the selector finds, once it is there and shown. */
    WebElement find(String css) {
        return patiently().withMessage(css).until(seen -> driver.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }

    /** The element that holds the text, once it is there. */
    WebElement findText(String css, String text) {
        return patiently()
                .withMessage(() -> css + " with the text " + text)
                .until(seen -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(each -> each.getText().contains(text))
                        .findFirst()
                        .orElse(null));
    }

    /** A page may be loaded anew while it is looked at. */
    private FluentWait<WebDriver> patiently() {
        return new WebDriverWait(driver, PATIENCE, LOOKS).ignoring(StaleElementReferenceException.class);
    }

    /** Waits for it. */
    void until(String what, BooleanSupplier holds) {
        patiently().withMessage(what).until(seen -> holds.getAsBoolean());
    }

    /** Clicks what leads to another load of a page, and waits for that one. */
    void clickThrough(WebElement element) {
        driver.executeScript("window.before = true");
        element.click();
        untilAnotherPage();
    }

    /** Clicks what asks first, and says yes. */
    void clickThroughAndConfirm(WebElement element) {
        driver.executeScript("window.before = true");
        element.click();
        asked().accept();
        untilAnotherPage();
    }

    private Alert asked() {
        return patiently().until(ExpectedConditions.alertIsPresent());
    }

    /** Says no to the question that is asked. */
    void refuse(String question) {
        Alert asked = asked();
        String text = asked.getText();
        asked.dismiss();
        if (!text.equals(question)) {
            throw new AssertionError("it asks: " + text);
        }
    }

    private void untilAnotherPage() {
        until(
                "another page",
                () -> Boolean.TRUE.equals(driver.executeScript(
                        "return window.before === undefined && document.readyState === 'complete'")));
    }

    /** The page as it would be printed. */
    byte[] printed() {
        Object pdf = driver.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true))
                .get("data");
        return Base64.getDecoder().decode(pdf.toString());
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Moves the focus by the keyboard until it is on an element of the selector. */
    WebElement tabTo(String css) {
        for (int i = 0; i < 200; i++) {
            if (driver.executeScript(
                            "return document.activeElement.matches(arguments[0]) ? document.activeElement : null", css)
                    instanceof WebElement focused) {
                return focused;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("the keyboard does not reach " + css);
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** What the machine prefers. */
    void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What stood on the page already and moved while it was loaded, with how much of the screen that was, as layout instability is measured. */
    List<String> layoutShifts() {
        Object shifts = driver.executeScript("""
                const observer = new PerformanceObserver(() => {});
                observer.observe({ type: 'layout-shift', buffered: true });
                const place = (rect) => `${rect.x},${rect.y} ${rect.width}x${rect.height}`;
                return observer.takeRecords().map((shift) => shift.value + ': ' + shift.sources
                  .map((each) => `${(each.node?.outerHTML ?? each.node?.textContent ?? '').slice(0, 80)} from ${place(each.previousRect)} to ${place(each.currentRect)}`)
                  .join('; '));
                """);
        return ((List<?>) shifts).stream().map(Object::toString).toList();
    }

    /** What is loaded from here on comes in pieces, as from far away: so many bytes a second; -1 for as fast as they come. */
    void slow(int bytes) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", false, "latency", 5, "downloadThroughput", bytes, "uploadThroughput", -1));
    }

    /** Of siblings that are built alike, such as rows of a table, leaves the first two: axe looks long at each element, and says the same of the others. */
    void showOneOfAKind() {
        driver.executeScript("""
                const alike = new Set(['class', 'role', 'type', 'data-kind', 'data-done', 'aria-expanded', 'disabled', 'hidden', 'open']);
                const build = (element) => element.tagName
                  + [...element.attributes].map((each) => each.name + (alike.has(each.name) ? each.value : '')).sort()
                  + '(' + [...element.children].map(build) + ')';
                for (const parent of document.body.querySelectorAll('*')) {
                  const seen = new Map();
                  for (const child of [...parent.children]) {
                    const built = build(child);
                    seen.set(built, (seen.get(built) ?? 0) + 1);
                    if (seen.get(built) > 2) child.remove();
                  }
                }
                """);
    }

    /** The rules that axe says are broken seriously or worse, with the elements. */
    List<String> seriousFindings() {
        return findings("resultTypes: ['violations']");
    }

    /** The same of contrasts only, which are what another colour scheme changes. */
    List<String> findingsOfContrast() {
        return findings("runOnly: ['color-contrast'], resultTypes: ['violations']");
    }

    private List<String> findings(String options) {
        if (!Boolean.TRUE.equals(driver.executeScript("return typeof axe !== 'undefined'"))) {
            driver.executeCdpCommand("Runtime.evaluate", Map.of("expression", AXE));
        }
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { %s }).then((result) => done(result.violations
                  .filter((each) => each.impact === 'serious' || each.impact === 'critical')
                  .map((each) => each.id + ': ' + each.nodes.map((node) => node.target.join(' ') + ' ' + node.failureSummary).join('; '))));
                """.formatted(options));
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** What the browser complained about since it was last asked, violations of the policy among it. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(each -> each.getLevel().intValue() >= Level.WARNING.intValue())
                .map(each -> each.getMessage())
                .toList();
    }

    /** The addresses that were asked for since it was last asked. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(each -> each.getMessage())
                .filter(each -> each.contains("\"Network.requestWillBeSent\""))
                .map(each -> each.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    /** Keeps a picture of what is seen. */
    void picture(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String resource(String path) {
        try (InputStream in = Browser.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
