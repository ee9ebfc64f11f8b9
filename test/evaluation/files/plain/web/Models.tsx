import { useModel } from '@/hooks/use-model';
type Props = { model: 'sedan' | 'suv' | 'hatchback'; trim?: string };
export function CarCard({ model, trim = 'titanium/plus' }: Props) {
  const data = useModel(model);
  return <Card id="car/card" model={model} trim={trim}><a href="/cars/ford/mustang-gt">{data.name}</a></Card>;
}
export const TESLA = { model: 'Model S', year: 2021 };
export const cars = [{ model: 'Corolla', maker: 'Toyota' }, { model: 'Civic Type R', maker: 'Honda' }];
