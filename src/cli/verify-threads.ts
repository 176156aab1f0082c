// The same program in several threads: files are handed out one at a time, trust and evidence once a thread.
import { parentPort, Worker } from 'node:worker_threads';
import type { Question } from '../lib/core/verify/question.ts';
import { notExamined, verifyFile } from './verify-file.ts';
import type { FileAnswer } from './verify-file.ts';

interface Task {
  readonly file: string;
  readonly resolve: (answer: FileAnswer) => void;
}

interface Thread {
  readonly worker: Worker;
  task: Task | null;
}

export class VerifyThreads {
  readonly #question: Question;
  readonly #jobs: number;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Task[] = [];

  constructor(question: Question, jobs: number) {
    this.#question = question;
    this.#jobs = jobs;
  }

  verify(file: string): Promise<FileAnswer> {
    return new Promise((resolve) => {
      this.#waiting.push({ file, resolve });
      this.#handOut();
    });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #handOut(): void {
    while (this.#waiting.length > 0) {
      const thread = [...this.#threads].find(({ task }) => task === null) ?? this.#newThread();
      const task = thread === null ? undefined : this.#waiting.shift();
      if (thread === null || task === undefined) return;
      thread.task = task;
      say(thread.worker, { file: task.file });
    }
  }

  #newThread(): Thread | null {
    if (this.#threads.size >= this.#jobs) return null;
    const worker = new Worker(new URL(import.meta.url));
    say(worker, { question: this.#question });
    const thread: Thread = { worker, task: null };
    this.#threads.add(thread);
    worker.on('message', (answer: FileAnswer) => {
      const { task } = thread;
      thread.task = null;
      task?.resolve(answer);
      this.#handOut();
    });
    // Out of memory, say: the thread is gone, and what it was asked is the cause.
    let failure = 'the thread ended';
    worker.on('error', (error) => (failure = String(error)));
    worker.on('exit', () => {
      this.#threads.delete(thread);
      const { task } = thread;
      task?.resolve(notExamined(task.file, this.#question, 'program', failure));
      this.#handOut();
    });
    return thread;
  }
}

/** To a thread: first the question, then one file after the other. */
type ToThread = { readonly question: Question } | { readonly file: string };

function say(worker: Worker, message: ToThread): void {
  worker.postMessage(message);
}

/** What a thread does: a file's name in, its answer out. */
export function serveFiles(): void {
  let question: Question | null = null;
  parentPort?.on('message', (message: ToThread) => {
    if ('question' in message) question = message.question;
    else if (question !== null)
      void verifyFile(message.file, question).then((answer) => parentPort?.postMessage(answer));
  });
}
