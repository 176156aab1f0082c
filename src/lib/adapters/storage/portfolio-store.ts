// PortfolioStore in IndexedDB.
import type { PortfolioStore } from '../../core/ports.ts';
import type { Connection } from './connection.ts';

export function portfolioStore(connection: Connection): PortfolioStore {
  return {
    put: (portfolio) =>
      connection.write(['portfolios'], async (database) => {
        await database.portfolios.put(portfolio);
        return null;
      }),
    all: () => connection.read((database) => database.portfolios.toArray()),
    remove: (id) =>
      connection.write(['portfolios'], async (database) => {
        await database.portfolios.delete(id);
        return null;
      }),
    watch: (changed) => connection.watch('portfolios', changed),
  };
}
