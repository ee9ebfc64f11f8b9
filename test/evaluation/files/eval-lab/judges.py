import click
import typer
from typing import Annotated

app = typer.Typer()


@click.command()
@click.option("--judge", default="gpt-4-turbo", show_default=True)
@click.option("--candidate", default="NousResearch/Hermes-3-Llama-3.1-8B")
@click.option("--suite", type=click.Choice(["mt-bench", "arena-hard", "gsm8k"]), default="mt-bench")
def run(judge, candidate, suite):
    click.echo(f"judging {candidate} with {judge} on {suite}")


@app.command()
def embed(model: Annotated[str, typer.Option(help="encoder")] = "Snowflake/snowflake-arctic-embed-m-v1.5"):
    typer.echo(model)


PRICES = {
    "gpt-4o-2024-08-06": (2.50, 10.00),
    "gpt-3.5-turbo": (0.50, 1.50),
    "claude-3-opus-20240229": (15.00, 75.00),
    "gemini-1.5-flash-8b": (0.0375, 0.15),
    "grok-4": (3.00, 15.00),
}
