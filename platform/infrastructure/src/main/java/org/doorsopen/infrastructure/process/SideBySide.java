package org.doorsopen.infrastructure.process;

import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Several things at once; the first that fails interrupts the others. */
public final class SideBySide implements AutoCloseable {
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletionService<Void> completed = new ExecutorCompletionService<>(executor);
  private int running;

  public void run(Runnable work) {
    completed.submit(work, null);
    running++;
  }

  /** Returns when all are done, or throws the exception of the first that failed. */
  public void await() {
    try {
      for (; running > 0; running--) {
        completed.take().get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new StartFailure("Bug", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while starting", e);
    }
  }

  /** Interrupts all that still run and waits for them. */
  @Override
  public void close() {
    executor.shutdownNow();
    executor.close();
  }
}
