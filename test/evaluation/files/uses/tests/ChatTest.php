<?php
final class ChatTest extends TestCase
{
    public function testName(): void
    {
        $this->assertSame('mistral-small-latest', (new Chat())->model());
    }
}
